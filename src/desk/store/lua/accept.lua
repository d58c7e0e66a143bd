while taken < #ARGV do deliver(take(), take(), take()) end
