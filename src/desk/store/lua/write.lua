-- Commands of a move, and how far it is with them: both or neither. Nobody may use what is moved only in part.
local moved, done = take(), take()
if redis.call('GET', key('format')) ~= '0' then return redis.error_reply('NOTMOVING there is no move under way') end
while taken < #ARGV do
  local size = take()
  redis.call(unpack(ARGV, taken + 1, taken + size))
  taken = taken + size
end
redis.call('HSET', key('moving'), moved, done)
