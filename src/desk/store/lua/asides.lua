local channel, since, limit = take(), take(), take()
local keys = redis.call('ZRANGE', key('asides:' .. channel), '+inf', since, 'BYSCORE', 'REV', 'LIMIT', 0, limit)
local found = {}
for i, name in ipairs(keys) do found[i] = redis.call('HGET', key('aside:' .. channel), name) end
return found
