-- Of everybody of a platform: how many of theirs wait, how many they own, and when they were last given one.
local platform, waits = take(), take()
local found = {}
local people = redis.call('ZRANGE', key('people:' .. platform), 0, -1, 'WITHSCORES')
for i = 1, #people, 2 do
  local owned = key('owner:' .. platform .. '/' .. people[i])
  found[#found + 1] = { people[i], redis.call('ZCOUNT', owned, '-inf', '(' .. waits), redis.call('ZCARD', owned), people[i + 1] }
end
return found
