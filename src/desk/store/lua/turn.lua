-- When it is the turn of an effect at a place: now, where nothing limits it. See limits.ts, which does the same in memory.
local place, effect, now, shrinks, remembered = take(), take(), tonumber(take()), take(), take()
local limit, line = key('limit:' .. place), key('line:' .. place)
local next = redis.call('HGET', limit, 'next')
if not next then return now end
local pause = tonumber(redis.call('HGET', limit, 'pause'))
local turn = tonumber(redis.call('ZSCORE', line, effect))
if not turn then
  turn = math.max(tonumber(next), now)
  redis.call('ZADD', line, turn, effect)
  redis.call('HSET', limit, 'next', turn + math.ceil(pause))
end
for _, name in ipairs({ limit, line }) do redis.call('PEXPIRE', name, turn - now + remembered) end
if turn > now then return turn end
redis.call('ZREM', line, effect)
pause = pause * shrinks
if pause < 1 and redis.call('ZCARD', line) == 0 then
  redis.call('DEL', limit)
else
  redis.call('HSET', limit, 'pause', pause)
end
return now
