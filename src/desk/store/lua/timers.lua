-- Timers whose time has come, the earliest first. Nobody else gets them before the lease is over.
local now, lease, limit = take(), take(), take()
local claimed = redis.call('ZRANGE', key('timers'), '-inf', now, 'BYSCORE', 'LIMIT', 0, limit)
local leases = {}
for _, timer in ipairs(claimed) do
  leases[#leases + 1] = lease
  leases[#leases + 1] = timer
end
if #claimed > 0 then redis.call('ZADD', key('timers'), unpack(leases)) end
return claimed
