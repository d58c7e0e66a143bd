-- By whose clock it is what time, how what is kept here is written: as our format says, where nothing is kept yet; and whether
-- that was so. A write even where it changes nothing, so that it finds out whether any can be made.
local format = take()
local begun = redis.call('SET', key('format'), format, 'NX')
return { redis.call('TIME'), redis.call('GET', key('format')), begun and 1 or 0 }
