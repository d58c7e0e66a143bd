/** Room for whole numbers that are needed while one page is read, and then for the next page again. */
export interface Scratch {
  /** So many at least, with whatever stands in them. */
  take(length: number): Int32Array;
  /** What was taken is free again. */
  clear(): void;
}

export function createScratch(): Scratch {
  const rooms: Int32Array[] = [];
  let taken = 0;
  return {
    take(length) {
      let room = rooms[taken];
      if (room === undefined || room.length < length) {
        room = new Int32Array(length * 2);
        rooms[taken] = room;
      }
      taken++;
      return room;
    },
    clear() {
      taken = 0;
    },
  };
}
