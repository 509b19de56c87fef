import type { Ending } from './pipe'

type Closable = { end(why: Ending): void }

/**
 * How many connections one person, and one address, may hold. The oldest of a person gives way
 * to the newest. Nobody is counted who comes over loopback: behind a proxy that the desk was
 * not told of, everybody does.
 */
export class ConnectionLimits {
  private readonly persons = new Map<string, Closable[]>()
  private readonly addresses = new Map<string, number>()
  private readonly most: { person: number; address: number }

  constructor(most: { person: number; address: number }) {
    this.most = most
  }

  /** Whether one more connection from there is let in. */
  admits(address: string): boolean {
    return (this.addresses.get(address) ?? 0) < this.most.address || isLoopback(address)
  }

  /** Counts a connection that opened. */
  enter(person: string, address: string, connection: Closable): void {
    if (isLoopback(address)) return
    const own = this.persons.get(person) ?? []
    this.persons.set(person, own)
    this.addresses.set(address, (this.addresses.get(address) ?? 0) + 1)
    own.push(connection)
    if (own.length > this.most.person) own[0]?.end('replaced')
  }

  /** Counts it no more, once it has closed. */
  leave(person: string, address: string, connection: Closable): void {
    if (isLoopback(address)) return
    const own = this.persons.get(person) ?? []
    const at = own.indexOf(connection)
    if (at >= 0) own.splice(at, 1)
    if (own.length === 0) this.persons.delete(person)
    const left = (this.addresses.get(address) ?? 1) - 1
    if (left > 0) this.addresses.set(address, left)
    else this.addresses.delete(address)
  }
}

const isLoopback = (address: string): boolean =>
  address === '' || address === '::1' || /^(::ffff:)?127\./.test(address)
