/** Something that several use together. `remove` answers whether that was the last of them. */
export interface Disposable<User> {
  add(user: User): void
  remove(user: User): boolean
}

/** One thing for each key that anybody here uses: made for the first, let go after the last. */
export class RefCounted<User, Thing extends Disposable<User>> {
  private readonly all = new Map<string, Thing>()
  private readonly make: (key: string) => Thing

  constructor(make: (key: string) => Thing) {
    this.make = make
  }

  join(key: string, user: User): Thing {
    const thing = this.all.get(key) ?? this.make(key)
    this.all.set(key, thing)
    thing.add(user)
    return thing
  }

  /** For somebody who joined. */
  get(key: string): Thing | undefined {
    return this.all.get(key)
  }

  leave(key: string, user: User): void {
    if (this.all.get(key)?.remove(user)) this.all.delete(key)
  }

  values(): Iterable<Thing> {
    return this.all.values()
  }
}
