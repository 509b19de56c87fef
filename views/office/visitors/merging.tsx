import { Act, Button } from '../../parts/button'
import { TextField } from '../../parts/fields/field'
import { Chip } from '../../parts/marks'
import { exactTime, sentenceFor } from '../../words'
import { visitorOffice } from '../../words/visitor-office'
import { Panel } from '../panel'
import { FormRefused } from '../refused'
import type { MergeLine, VisitorProps } from './details'
import { nameOfVisitor, visitorPaths } from './list'

/** Whom they are one with, and the form by which another becomes one with them. */
export const MergePanels = (props: VisitorProps) => {
  const { details, refused, language } = props
  const words = visitorOffice[language]
  const { row, merges } = details
  return (
    <>
      {merges.length > 0 && (
        <Panel id="merges" title={words.merges}>
          <FormRefused refused={refused} form="parting" language={language} />
          <ul class="office-plain">
            {merges.map((merge) => (
              <Merge {...props} merge={merge} />
            ))}
          </ul>
        </Panel>
      )}
      {row.mergedInto === null && <MergeForm {...props} />}
    </>
  )
}

const Merge = ({ merge, details, language, now, zone }: VisitorProps & { merge: MergeLine }) => {
  const words = visitorOffice[language]
  const { id, from, into, at, byName, undoneAt, canPart } = merge
  const name = nameOfVisitor({ id: from, name: merge.name }, language)
  return (
    <li>
      <a href={visitorPaths.page(from === details.row.id ? into : from)}>
        <bdi>{words.mergedBy(name, byName, exactTime(at, now, zone, language))}</bdi>
      </a>
      {undoneAt !== null && <Chip>{words.undone}</Chip>}
      {canPart && (
        <Act action={visitorPaths.parting(into)} name="merge" value={id} icon="rotateCcw">
          {words.part}
          <span class="sr"> {name}</span>
        </Act>
      )}
    </li>
  )
}

const MergeForm = ({ details: { row }, refused, language }: VisitorProps) => {
  const words = visitorOffice[language]
  const again = refused?.form === 'merge' ? refused : undefined
  const isOther = again?.problem.field === 'other'
  const problem = again && isOther ? { problem: sentenceFor(again.problem, language) } : {}
  return (
    <Panel id="merge" title={words.merge} hint={words.mergeHint}>
      <form method="post" action={visitorPaths.merge(row.id)} class="stack">
        <FormRefused refused={refused} form="merge" language={language} />
        <TextField
          name="other"
          label={words.mergeWith}
          hint={words.mergeWithHint}
          value={String(again?.typed.other ?? '')}
          required
          autocomplete="off"
          autofocus={isOther}
          {...problem}
        />
        <div class="actions">
          <Button tone="danger">{words.mergeDo}</Button>
        </div>
      </form>
    </Panel>
  )
}
