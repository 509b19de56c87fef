import { Problem } from '../../actors/problem'
import { type FileLine, fileKinds } from '../../views/office/files/list'
import type { ListAsk, ListRows } from '../../views/office/list/ask'
import type { FilesAsk } from '../store/ports/files'
import type { Store } from '../store/store'
import { pageOf } from './lists/in-memory'

const isKind = (typed: string): typed is NonNullable<FilesAsk['kind']> =>
  fileKinds.some((kind) => kind === typed)

export const refusesFiles = ({ filters: { kind } }: ListAsk): Problem | null =>
  kind === undefined || isKind(kind)
    ? null
    : new Problem('invalid', 'fieldNotValid', { field: 'kind', values: { field: 'kind' } })

/** Files that were said and are kept, narrowed and in order. */
export const readFiles = async (
  { files }: Pick<Store, 'files'>,
  { q, sort, descending, filters: { kind }, times, until }: ListAsk,
  limit: number,
): Promise<ListRows<FileLine>> => {
  const order = sort === 'size' ? 'bytes' : 'at'
  const rows = await files.page(
    {
      ...(q ? { name: q } : {}),
      ...(kind && isKind(kind) ? { kind } : {}),
      ...(times.from === undefined ? {} : { since: times.from }),
      ...(times.to === undefined ? {} : { before: times.to }),
      ...{ order, descending, after: until },
    },
    limit + 1,
  )
  return pageOf(rows, limit, (row) => row[order])
}
