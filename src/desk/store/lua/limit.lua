-- A platform lets nobody into a place until then. See limits.ts, which does the same in memory.
local place, till, now, first, longest, remembered = take(), tonumber(take()), tonumber(take()), take(), take(), take()
local limit = key('limit:' .. place)
local before = tonumber(redis.call('HGET', limit, 'until') or now)
local pause = tonumber(redis.call('HGET', limit, 'pause') or 0)
if now >= before then
  pause = math.min(math.max(tonumber(first), 2 * pause), tonumber(longest))
elseif till <= before then
  return
end
redis.call('HSET', limit, 'until', till, 'next', till, 'pause', pause)
redis.call('PEXPIRE', limit, till - now + remembered)
redis.call('DEL', key('line:' .. place))
