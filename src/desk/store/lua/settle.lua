-- What became of an attempt. Whoever has sent is believed; whoever has not only while nobody else has taken it up.
local number, attempts, lane, slot, is, at = take(), take(), take(), take(), take(), take()
if is ~= 'done' and not isOurs('out', number, attempts) then return end
if is == 'again' then
  if take() == '0' then redis.call('SREM', key('out:uncertain'), number) end
  return look('out', lane, at)
end
if not finish('out', lane, number, at) then return end
redis.call('SREM', key('out:uncertain'), number)
local place = lane .. '\n' .. slot
if redis.call('HGET', key('out:shows'), place) == number then redis.call('HDEL', key('out:shows'), place) end
local conversation, ref = take(), take()
if ref ~= '' then
  local before = redis.call('HGET', key('refs:' .. conversation), slot)
  if before then redis.call('HDEL', key('posted'), before) end
  redis.call('HSET', key('refs:' .. conversation), slot, ref)
  redis.call('HSET', key('posted'), ref, conversation)
end
if taken < #ARGV then deliver(take(), take(), take()) end
