import type { CannedReply } from '../../actors/canned/reply'
import { unknownIn } from '../../actors/text/template'
import type { OfficeContext } from '../office/context'
import { OfficeFrame } from '../office/frame'
import { Panel } from '../office/panel'
import { FormRefused } from '../office/refused'
import { OfficeRow } from '../office/row'
import { Button } from '../parts/button'
import { Empty } from '../parts/empty'
import { Chip } from '../parts/marks'
import { canned } from '../words/canned'
import type { Language } from '../words/language'
import { punctuation } from '../words/punctuation'
import { CannedFields, type Departments } from './fields'
import { Variables } from './variables'

/** Where one kind of them is kept: one's own beside the workbench, the desk's in the office. */
export type CannedPlace = {
  isOwn: boolean
  list: string
  page(id: string): string
  revision(id: string): string
  removal(id: string): string
}

export type CannedList = {
  replies: readonly CannedReply[]
  /** How many there are, found or not. */
  all: number
  q: string
  departments: Departments
}

type Page = OfficeContext & { place: CannedPlace; list: CannedList }

/** How many a page shows: the search finds the others. */
const SHOWN = 200

/** Those of a place, found by their words, and the way to another. */
export const CannedListPage = ({ place, list, ...context }: Page) => {
  const { language } = context
  const words = canned[language]
  const { replies, all, q } = list
  return (
    <OfficeFrame
      {...context}
      title={words.title}
      aside={<span class="aside">{words.of(Math.min(replies.length, SHOWN), all)}</span>}
    >
      {(all > 0 || q) && <Search place={place} q={q} language={language} />}
      {replies.length > 0 ? (
        <ul class="office-rows panel">
          {replies.slice(0, SHOWN).map((reply) => (
            <Row {...{ language, place, reply }} departments={list.departments} />
          ))}
        </ul>
      ) : (
        <Empty
          icon="messagesSquare"
          title={all > 0 ? words.none : words.noneYet}
          hint={all > 0 ? '' : words.noneYetHint}
        />
      )}
      <Create {...context} place={place} list={list} />
    </OfficeFrame>
  )
}

const Search = ({ place, q, language }: { place: CannedPlace; q: string; language: Language }) => {
  const words = canned[language]
  return (
    <search>
      <form method="get" action={place.list} class="field office-search">
        <input type="search" name="q" value={q} aria-label={words.searchLabel} dir="auto" />
        <Button>{words.search}</Button>
      </form>
    </search>
  )
}

type RowProps = {
  language: Language
  place: CannedPlace
  reply: CannedReply
  departments: Departments
}

const Row = ({ language, place, reply, departments }: RowProps) => {
  const words = canned[language]
  const { id, code, title, folder, body, scope } = reply
  const unknown = unknownIn([body, ...Object.values(reply.bodies)].join('\n'))
  const of = departments.filter((one) => reply.departments.includes(one.id))
  return (
    <OfficeRow
      href={place.page(id)}
      name={
        <>
          <bdi>/{code}</bdi>
          <Chip>
            {scope === 'department'
              ? of.map(({ name }) => name).join(punctuation[language].list)
              : words.scopes[scope]}
          </Chip>
          {unknown.length > 0 && <Chip tone="warn">{`{{${unknown[0]}}}`}</Chip>}
        </>
      }
    >
      {[folder, title].filter(Boolean).join(punctuation[language].between)}
      {punctuation[language].between}
      {words.uses(reply.uses)}
    </OfficeRow>
  )
}

const Create = ({ place, list, refused, language }: Page) => {
  const words = canned[language]
  const again = refused?.form === 'creation' ? refused : undefined
  return (
    <Panel id="new" title={words.create} hint={place.isOwn ? words.mineHint : undefined}>
      <form method="post" action={place.list} class="stack">
        <FormRefused refused={refused} form="creation" language={language} />
        <CannedFields
          {...{ language, isOwn: place.isOwn, departments: list.departments }}
          {...(again ? { refused: again } : {})}
        />
        <Variables language={language} />
        <div class="actions">
          <Button tone="primary">{words.createDo}</Button>
        </div>
      </form>
    </Panel>
  )
}
