-- What is kept of a day, at one moment, beyond what was seen of it.
local day, parts, facts = take(), take(), take()
local further = redis.call('LRANGE', key('parts:' .. day), parts, -1)
return { further, redis.call('LRANGE', key('facts:' .. day), #further > 0 and 0 or facts, -1) }
