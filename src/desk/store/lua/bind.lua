-- A part in the place of the first facts, if nobody has bound any since they were seen.
local day, parts, facts, part = take(), tonumber(take()), tonumber(take()), take()
local same = redis.call('LLEN', key('parts:' .. day)) == parts
if not same or facts < 1 or redis.call('LLEN', key('facts:' .. day)) < facts then return 0 end
redis.call('RPUSH', key('parts:' .. day), part)
redis.call('LTRIM', key('facts:' .. day), facts, -1)
return 1
