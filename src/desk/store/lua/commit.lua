-- One decision, whole or not at all: what it takes for granted, then what follows.
local event, at, timer = take(), take(), take()
local delivery, lane, id = take(), take(), take()

local known = timer ~= '' and not redis.call('ZSCORE', key('timers'), timer)
  or timer == '' and redis.call('ZSCORE', key('decided'), event)
  or delivery ~= '' and redis.call('HEXISTS', key('in'), delivery) == 0

if not known then
  for _ = 1, take() do
    local document, version = take(), take()
    local head = redis.call('GETRANGE', key(document), 0, 15)
    if (string.match(head, '^%d+') or '0') ~= version then return 'overtaken' end
  end
  for _ = 1, take() do
    local name, was = take(), take()
    if (redis.call('HGET', key('name'), name) or '') ~= was then return 'overtaken' end
  end
  if timer == '' then redis.call('ZADD', key('decided'), at, event) end
end
if delivery ~= '' then settle(delivery, lane, id) end
if timer ~= '' then redis.call('ZREM', key('timers'), timer) end
if known then return 'decided' end

for _ = 1, take() do
  local size = take()
  redis.call(unpack(ARGV, taken + 1, taken + size))
  taken = taken + size
end
for _ = 1, take() do
  local lane, slot, shows, item = take(), take(), take(), take()
  local place = lane .. '\n' .. slot
  -- Showing is idempotent and shows the latest: one that has not begun serves for this one too.
  local waits = shows == '1' and redis.call('HGET', key('out:shows'), place)
  if not waits or redis.call('HEXISTS', key('out:attempts'), waits) == 1 then
    local number = push('out', lane, item, at)
    if shows == '1' then redis.call('HSET', key('out:shows'), place, number) end
  end
end
for _ = 1, take() do deliver(take(), take(), take()) end
return 'kept'
