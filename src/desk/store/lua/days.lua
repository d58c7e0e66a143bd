local found = {}
for _, day in ipairs(redis.call('ZRANGE', key('days'), take(), take(), 'BYSCORE')) do
  found[#found + 1] = { tonumber(day), redis.call('LLEN', key('parts:' .. day)), redis.call('LLEN', key('facts:' .. day)) }
end
return found
