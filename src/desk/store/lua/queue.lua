-- What every script knows. KEYS[1] is the tag of the desk, with which the names of all its keys begin: a cluster keeps them together.
local function key(name) return KEYS[1] .. ':' .. name end

local taken = 0
local function take()
  taken = taken + 1
  return ARGV[taken]
end

-- A queue, "in" or "out", is a hash of what waits by its number. Each lane lists its numbers in order; "look" says when to look at
-- the first one of each lane that has any. Without an instant it is the number, which lies before any: the oldest goes first.
local function push(queue, lane, item, at)
  local number = redis.call('INCR', key('number'))
  redis.call('HSET', key(queue), number, item)
  if redis.call('RPUSH', key(queue .. ':lane:' .. lane), number) == 1 then
    redis.call('ZADD', key(queue .. ':look'), at or number, lane)
  end
  return tostring(number)
end

local function isOurs(queue, number, attempts)
  return redis.call('HGET', key(queue .. ':attempts'), number) == attempts
end

local function look(queue, lane, at) redis.call('ZADD', key(queue .. ':look'), 'XX', at, lane) end

-- Only the first of a lane is ever finished. False where somebody else has done so.
local function finish(queue, lane, number, at)
  if redis.call('HDEL', key(queue), number) == 0 then return false end
  redis.call('HDEL', key(queue .. ':attempts'), number)
  redis.call('LPOP', key(queue .. ':lane:' .. lane))
  local next = redis.call('LINDEX', key(queue .. ':lane:' .. lane), 0)
  if next then
    look(queue, lane, at or next)
  else
    redis.call('ZREM', key(queue .. ':look'), lane)
  end
  return true
end

-- An id is known for ever while its delivery waits, and from then on until it is forgotten.
local function deliver(id, lane, item)
  if redis.call('ZADD', key('known'), 'NX', '+inf', id) == 1 then push('in', lane, item) end
end

local function settle(number, lane, id)
  if not finish('in', lane, number) then return end
  local now = redis.call('TIME')
  redis.call('ZADD', key('known'), 'XX', now[1] .. '000', id)
end
