import { readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const TICKS = 100;

/** Seconds of processor time: what a process has used, and what a core has done for anybody. */
export interface Usage {
  readonly process: number;
  readonly core: number;
}

/** NaN where there is no /proc. */
export function usageOf(pid: number, core: number): Usage {
  try {
    const own = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    const all = readFileSync('/proc/stat', 'utf8').split('\n')[core + 1]!.split(/\s+/).map(Number);
    const [, user, nice, system, , , interrupts, soft, stolen] = all as [number, ...number[]];
    const busy = user! + nice! + system! + interrupts! + soft! + stolen!;
    return { process: (Number(own[11]) + Number(own[12])) / TICKS, core: busy / TICKS };
  } catch {
    return { process: Number.NaN, core: Number.NaN };
  }
}
