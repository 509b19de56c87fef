import { MergePage, type MergePageProps } from '../../../views/workbench/merge'
import * as data from './data'
import { lookOf, type Picture, reader } from './picture'

const [here = data.left, ...rows] = [...data.mine, ...data.line, data.left, ...data.closedRows]
const choices = rows.map((row, nth) => ({ ...row, lastSeq: nth + 2, comes: row.closedAt !== null }))
const own = choices.slice(-2)
const found = choices.slice(0, 4)
const hostile = own.map((row) => ({
  ...row,
  ...{ visitorName: data.long.slice(0, 100), preview: 'x'.repeat(200) },
}))

const picture = (name: string, more: Partial<MergePageProps>): Picture => ({
  name,
  page: (given) => (
    <MergePage
      {...lookOf(given)}
      reader={reader}
      {...{ conversation: here, own: [], found: [], isSearched: false, seq: 9, q: '', ...more }}
    />
  ),
})

export const mergePictures: Picture[] = [
  picture('merge', { own, found, isSearched: true, q: 'order 20418' }),
  picture('merge-none', { isSearched: true, q: 'nothing like it' }),
  {
    ...picture('merge-hostile', {
      own: hostile,
      problem: 'There is no colleague called Anna.',
    }),
    once: true,
  },
]
