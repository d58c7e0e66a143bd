-- When the first timer is due, and the first effect.
local timer = redis.call('ZRANGE', key('timers'), 0, 0, 'WITHSCORES')
local effect = redis.call('ZRANGE', key('out:look'), 0, 0, 'WITHSCORES')
return { timer[2] or '', effect[2] or '' }
