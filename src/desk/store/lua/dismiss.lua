local number, attempts, lane, id, how = take(), take(), take(), take(), take()
if not isOurs('in', number, attempts) then return end
if how == 'ignored' then return settle(number, lane, id) end
redis.call('HSET', key('dead'), number, redis.call('HGET', key('in'), number))
finish('in', lane, number)
