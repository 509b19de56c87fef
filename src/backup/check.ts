import { openTally, rowsIn } from './lines'
import { layout, type Manifest, manifestIn } from './manifest'
import { DamagedTar, type Member, membersOf, wholeOf } from './tar-reader'

export type Checked = {
  /** Null where it does not say what it is: then it is no backup, or was cut short. */
  manifest: Manifest | null
  /** What is not as it says of itself, one sentence each; none when it is whole. */
  faults: string[]
}

type Found = {
  tables: Map<string, ReturnType<typeof openTally>>
  /** Each file as its line of the list has it. */
  sums: Map<string, string>
  listed: Buffer | undefined
  bytes: number
  hasSecret: boolean
  manifest: Manifest | null
}

/**
 * Reads a backup from its beginning to its end and compares it with what it says of itself: rows and
 * files are counted and hashed. Makes nothing. Rejects when there is no such file, and for one of a
 * newer version.
 */
export const checkBackup = async (path: string): Promise<Checked> => {
  const found: Found = {
    ...{ tables: new Map(), sums: new Map(), listed: undefined, bytes: 0 },
    ...{ hasSecret: false, manifest: null },
  }
  try {
    for await (const member of membersOf(path)) await take(path, found, member)
  } catch (problem) {
    if (!(problem instanceof DamagedTar || problem instanceof DamagedPart)) throw problem
    return { manifest: found.manifest, faults: [problem.message] }
  }
  const { manifest } = found
  if (!manifest) return { manifest, faults: [`${path} is no whole backup`] }
  return { manifest, faults: [...tableFaults(found, manifest), ...fileFaults(found, manifest)] }
}

/** Rows that cannot be unpacked or read. */
class DamagedPart extends Error {
  override readonly name = 'DamagedPart'
}

const take = async (path: string, found: Found, member: Member) => {
  const { name } = member
  const table = layout.tableIn(name)
  const file = layout.fileIn(name)
  if (table !== undefined) await takeRows(path, found, table, member)
  else if (file !== undefined) {
    const hasher = new Bun.CryptoHasher('sha256')
    for await (const piece of member.bytes()) hasher.update(piece)
    found.bytes += member.size
    found.sums.set(file, `${hasher.digest('hex')}  ${name}\n`)
  } else if (name === layout.sums) found.listed = await wholeOf(member)
  else if (name === layout.secret) found.hasSecret = true
  else if (name === layout.manifest) found.manifest = await manifestIn(path, member)
}

/** The text of rows, unpacked. */
export const unpacked = async (path: string, member: Member): Promise<string> => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Bun.gunzipSync(new Uint8Array(await wholeOf(member))),
    )
  } catch (problem) {
    if (problem instanceof DamagedTar) throw problem
    throw new DamagedPart(`${path} is damaged: ${member.name} cannot be unpacked`)
  }
}

const takeRows = async (path: string, found: Found, table: string, member: Member) => {
  const text = await unpacked(path, member)
  const tally = found.tables.get(table) ?? openTally()
  found.tables.set(table, tally)
  try {
    tally.add(text, rowsIn(text).length)
  } catch {
    throw new DamagedPart(`${path} is damaged: ${member.name} has a row that cannot be read`)
  }
}

const tableFaults = ({ tables }: Found, manifest: Manifest): string[] => {
  const others = [...tables.keys()].filter((name) => !(name in manifest.tables))
  const faults = Object.entries(manifest.tables).flatMap(([name, told]) => {
    const { rows, sha256 } = (tables.get(name) ?? openTally()).end()
    if (rows !== told.rows) return [`Table ${name} has ${rows} rows, and ${told.rows} were written`]
    return sha256 === told.sha256 ? [] : [`Table ${name} is not as it was written`]
  })
  return [...others.map((name) => `Table ${name} was not written with it`), ...faults]
}

const fileFaults = ({ sums, listed, bytes, hasSecret }: Found, manifest: Manifest): string[] => {
  const { count, sha256, bytes: told } = manifest.files
  const list = listed?.toString() ?? ''
  const lines = new Set(list.match(/.*\n/g) ?? [])
  const altered = [...sums].filter(([, line]) => !lines.has(line)).map(([id]) => id)
  const own = new Bun.CryptoHasher('sha256').update(list).digest('hex')
  return [
    ...(own === sha256 ? [] : ['The list of files is not as it was written']),
    ...(sums.size === count && bytes === told
      ? []
      : [`It has ${sums.size} files of ${bytes} bytes, and ${count} of ${told} were written`]),
    ...altered.map((id) => `File ${id} is not as it was written`),
    ...(hasSecret === manifest.hasSecret ? [] : ['Its secret is missing']),
  ]
}
