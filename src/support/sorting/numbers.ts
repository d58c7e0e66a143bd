/** Whole numbers from 0 on, below 2^32, as they are gathered: packed, so that a million of them hold nobody up who clears away. */
export class Numbers {
  #kept = new Uint32Array(1_024);
  #size = 0;

  push(number: number): void {
    if (this.#size === this.#kept.length) {
      const longer = new Uint32Array(2 * this.#size);
      longer.set(this.#kept);
      this.#kept = longer;
    }
    this.#kept[this.#size++] = number;
  }

  /** All of them as they stand; what is written into it is kept until the next is pushed. */
  get all(): Uint32Array {
    return this.#kept.subarray(0, this.#size);
  }

  at(place: number): number {
    return this.#kept[place]!;
  }

  add(place: number, more: number): void {
    this.#kept[place]! += more;
  }

  set(place: number, number: number): void {
    this.#kept[place] = number;
  }
}
