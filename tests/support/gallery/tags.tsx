import { deskFields, deskSettings } from '../../../actors/desk/settings'
import { Problem } from '../../../actors/problem'
import { tagColors } from '../../../actors/tag'
import { editable } from '../../../src/reads/editable'
import { Layout } from '../../../views/layout'
import type { OfficeContext } from '../../../views/office/context'
import { type TagDetails, type TagLine, tagsInMenu } from '../../../views/office/tags/details'
import { TagsPage, tagList } from '../../../views/office/tags/list'
import { TagPage } from '../../../views/office/tags/page'
import { TagPanel } from '../../../views/workbench/tags/panel'
import { asked, contextOf } from './people'
import { lookOf, type Picture } from './picture'

type More = { refused?: OfficeContext['refused']; said?: string }

const line = (nth: number, more: Partial<TagLine> = {}): TagLine => ({
  ...{ id: `t${nth}`, key: `tag ${nth}`, name: `Tag ${nth}`, uses: 41 * nth, isFree: false },
  color: tagColors[nth % tagColors.length] ?? 'plain',
  description: 'Somebody wants their money back',
  ...more,
})

const lines = [
  line(1, { name: 'Refund' }),
  line(2, { name: '退款', description: '客户要求退款' }),
  line(3, { name: 'W'.repeat(40), description: 'W'.repeat(200) }),
  line(4, { name: 'own idea', description: '', isFree: true, color: 'plain' }),
  line(0, { name: 'Never used' }),
]

const list = (name: string, found: readonly TagLine[], more: More = {}): Picture => ({
  name,
  height: 1500,
  page: (given) => (
    <TagsPage
      {...contextOf(given, tagsInMenu, more)}
      ask={{ ...asked, ...tagList.usual }}
      found={{ rows: found, next: null }}
      rules={editable(deskFields('tags'), deskSettings.tags.initial)}
    />
  ),
})

const one = (name: string, tag: Partial<TagDetails> = {}, more: More = {}): Picture => ({
  name,
  height: 1500,
  page: (given) => (
    <TagPage
      {...contextOf(given, tagsInMenu, more)}
      tag={{
        ...{ ...line(1), version: 'v1', former: ['Money back', 'Refunds'] },
        ...{ others: ['Delivery', '退款'], ...tag },
      }}
    />
  ),
})

const problem = (reason: 'changedMeanwhile' | 'tagTaken'): Problem =>
  new Problem('conflict', reason, reason === 'tagTaken' ? { field: 'name' } : {})
const typed = { name: 'Delivery', color: 'green', description: 'Where it is', version: 'v0' }

/** What a field of tags offers, where a script would put it. */
const choices = (name: string, found: readonly TagLine[], fresh: string | null): Picture => ({
  name,
  page: (given) => (
    <Layout {...lookOf(given)} title="Tags" kind="desk">
      <main class="room">
        <h1 class="sr">Vera</h1>
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls="tag-choices-list"
          aria-label="Tag"
        />
        <TagPanel language={given.language} tags={found} fresh={fresh} />
      </main>
    </Layout>
  ),
})

/** The list of tags, and one of them. */
export const tagPictures: readonly Picture[] = [
  list('office-tags', lines),
  list('office-tags-empty', []),
  list('office-tags-refused', lines, {
    refused: { form: 'creation', problem: problem('tagTaken'), typed },
  }),
  one('office-tag'),
  choices('tag-choices', lines, 'Ref'),
  choices('tag-choices-none', [], null),
  one('office-tag-free', { isFree: true, former: [], description: '', version: '' }),
  one(
    'office-tag-stale',
    {},
    {
      refused: { form: 'revision', problem: problem('changedMeanwhile'), typed },
    },
  ),
]
