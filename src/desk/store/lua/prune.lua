local before, said = take(), take()
redis.call('ZREMRANGEBYSCORE', key('known'), '-inf', '(' .. before)
redis.call('ZREMRANGEBYSCORE', key('decided'), '-inf', '(' .. before)
for _, aside in ipairs(redis.call('ZRANGE', key('asides'), '-inf', '(' .. said, 'BYSCORE')) do
  local channel, name = unpack(cjson.decode(aside))
  redis.call('ZREM', key('asides'), aside)
  redis.call('ZREM', key('asides:' .. channel), name)
  redis.call('HDEL', key('aside:' .. channel), name)
end
