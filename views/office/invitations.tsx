import radar from 'lucide-static/icons/radar.svg' with { type: 'text' }
import type { Trigger } from '../../actors/visitor/trigger'
import { Ask } from '../parts/ask'
import { Button } from '../parts/button'
import { Empty } from '../parts/empty'
import { TextField } from '../parts/fields/field'
import { SelectField } from '../parts/fields/select-field'
import { TextArea } from '../parts/fields/text-area'
import { drawn } from '../parts/icon'
import { paths } from '../paths'
import { sentenceFor } from '../words'
import { invitations } from '../words/invitations'
import { languages, ownName } from '../words/language'
import { punctuation } from '../words/punctuation'
import type { MenuEntry, OfficeContext } from './context'
import { OfficeFrame } from './frame'
import { Panel } from './panel'
import { FormRefused } from './refused'

/** Where it is said which visitors are invited by itself. */
export const invitationPaths = {
  list: paths.office.of('invitations'),
  removal: (id: string) => paths.office.of('invitations', id, 'removal'),
} as const

export const invitationsInMenu = {
  path: invitationPaths.list,
  icon: drawn(radar),
  words: invitations,
} satisfies MenuEntry

/** One with how long it waits, as it is typed. */
export type TriggerLine = Trigger & { after: string }

type Page = OfficeContext & { lines: readonly TriggerLine[] }

/** What invites visitors by itself, and the way to more of it. */
export const InvitationsPage = ({ lines, ...context }: Page) => {
  const words = invitations[context.language]
  return (
    <OfficeFrame
      {...context}
      title={words.title}
      aside={<span class="aside">{words.count(lines.length)}</span>}
    >
      {lines.length === 0 ? (
        <Empty icon="users" title={words.none} hint={words.noneHint} />
      ) : (
        <ul class="office-rows panel">
          {lines.map((line) => (
            <Row {...context} line={line} />
          ))}
        </ul>
      )}
      <Create {...context} />
    </OfficeFrame>
  )
}

const Row = ({ line, language }: Pick<OfficeContext, 'language'> & { line: TriggerLine }) => {
  const words = invitations[language]
  const reads = languages.find((known) => known === line.language)
  const says = [words.says(line.after, line.visits), reads && ownName[reads]]
  return (
    <li class="office-row">
      <span class="office-row-text">
        <span class="office-row-name">
          <bdi>{line.pattern}</bdi>
        </span>{' '}
        <small>{says.filter(Boolean).join(punctuation[language].between)}</small>{' '}
        <bdi>{line.text}</bdi>
      </span>
      <Ask
        id={`remove-${line.id}`}
        action={invitationPaths.removal(line.id)}
        tone="danger"
        label={words.remove}
        words={words.removing}
      />
    </li>
  )
}

const Create = ({ language, refused }: OfficeContext) => {
  const words = invitations[language]
  const again = refused?.form === 'creation' ? refused : undefined
  const field = (name: string) => ({
    name,
    value: again?.typed[name],
    problem: again?.problem.field === name ? sentenceFor(again.problem, language) : undefined,
  })
  const options = [
    { value: '', label: words.anyLanguage },
    ...languages.map((value) => ({ value, label: ownName[value] })),
  ]
  return (
    <Panel id="new" title={words.create} hint={words.createHint}>
      <form method="post" action={invitationPaths.list} class="stack">
        <FormRefused refused={refused} form="creation" language={language} />
        <TextField {...field('pattern')} label={words.pattern} hint={words.patternHint} required />
        <TextField {...field('after')} label={words.after} hint={words.afterHint} required />
        <TextField {...field('visits')} label={words.visits} hint={words.visitsHint} />
        <SelectField {...field('language')} label={words.language} options={options} />
        <TextArea {...field('text')} label={words.text} rows={2} required />
        <div class="actions">
          <Button tone="primary">{words.createDo}</Button>
        </div>
      </form>
    </Panel>
  )
}
