/** Something that several use together. `remove` answers whether that was the last of them. */
export interface Disposable<User> {
  add(user: User): void
  remove(user: User): boolean
}

/** A ref-counted value per key: created on first join, disposed after the last leave. */
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

  keys(): Iterable<string> {
    return this.all.keys()
  }

  values(): Iterable<Thing> {
    return this.all.values()
  }
}
