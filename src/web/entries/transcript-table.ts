import { transcriptData } from '../../../views/transcript/file/data'
import type { TranscriptFile } from '../../../views/transcript/file/lines'
import { csvHead, inCsv } from '../../reads/csv'

const columns = ['seq', 'at', 'by', 'name', 'kind', 'text', 'files'] as const

/** A transcript as a table: an entry in a row, its times in ISO 8601, UTC. */
export const transcriptTable = (file: TranscriptFile): string => {
  const rows = transcriptData(file).entries.map((entry) => [
    ...[entry.seq, entry.at, entry.by, entry.name, entry.kind, entry.text],
    'files' in entry ? (entry.files?.map(({ name }) => name).join(', ') ?? '') : '',
  ])
  return csvHead(columns) + inCsv(rows)
}
