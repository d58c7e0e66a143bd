-- Conversations of a sorted set, each with the beginning of its document, where its version stands.
local from, first, last, limit = take(), take(), take(), take()
local order = { 'ZRANGE', key(from), first, last, 'BYSCORE' }
if first == '+inf' then order[#order + 1] = 'REV' end
for _, word in ipairs({ 'LIMIT', 0, limit }) do order[#order + 1] = word end
local found = {}
for _, id in ipairs(redis.call(unpack(order))) do
  found[#found + 1] = { id, redis.call('GETRANGE', key('conversation:' .. id), 0, 15) }
end
return found
