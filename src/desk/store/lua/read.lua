local found = {}
while taken < #ARGV do
  local size = take()
  found[#found + 1] = redis.call(unpack(ARGV, taken + 1, taken + size)) or ''
  taken = taken + size
end
return found
