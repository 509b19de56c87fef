/** The files of a ZIP in which nothing is compressed, by its own list of them; each is as its checksum says. */
export const unzipped = (zip: Buffer): Map<string, Buffer> => {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0) throw new Error('It has no end')
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('Its list is broken')
    const [crc, bytes] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20)]
    const [named, more, said] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field))
    const name = zip.toString('utf8', at + 46, at + 46 + (named ?? 0))
    const begin = zip.readUInt32LE(at + 42)
    const head = 30 + zip.readUInt16LE(begin + 26) + zip.readUInt16LE(begin + 28)
    const content = zip.subarray(begin + head, begin + head + bytes)
    if (Bun.hash.crc32(content) !== crc) throw new Error(`${name} is not as it was written`)
    files.set(name, content)
    at += 46 + (named ?? 0) + (more ?? 0) + (said ?? 0)
  }
  return files
}
