-- The first of each lane of a queue whose time has come: its number, how often it was taken up, whether the end of an earlier attempt
-- is unknown, and what it is.
local queue, now, lease, limit = take(), take(), take(), take()
local claimed = {}
for _, lane in ipairs(redis.call('ZRANGE', key(queue .. ':look'), '-inf', now, 'BYSCORE', 'LIMIT', 0, limit)) do
  look(queue, lane, lease)
  local number = redis.call('LINDEX', key(queue .. ':lane:' .. lane), 0)
  local attempts = redis.call('HINCRBY', key(queue .. ':attempts'), number, 1)
  local uncertain = queue == 'out' and redis.call('SADD', key('out:uncertain'), number) == 0
  claimed[#claimed + 1] = { number, attempts, uncertain and 1 or 0, redis.call('HGET', key(queue), number) }
end
return claimed
