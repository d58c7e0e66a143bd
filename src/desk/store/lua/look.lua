-- By whose clock it is what time, and how what is kept here is written: as our format says, where nothing is kept yet.
local format = take()
redis.call('SET', key('format'), format, 'NX')
return { redis.call('TIME'), redis.call('GET', key('format')) }
