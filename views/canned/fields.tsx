import { type CannedReply, cannedLanguages } from '../../actors/canned/reply'
import type { Refused } from '../office/context'
import { TextField } from '../parts/fields/field'
import { SelectField } from '../parts/fields/select-field'
import { TextArea } from '../parts/fields/text-area'
import { sentenceFor } from '../words'
import { canned } from '../words/canned'
import type { Language } from '../words/language'
import { punctuation } from '../words/punctuation'

/** Departments that a reply may be of. */
export type Departments = readonly { id: string; name: string }[]

export type CannedFieldsProps = {
  language: Language
  /** Of which the form is; undefined for a new one. */
  reply?: CannedReply
  /** Whether it is somebody's own, which is not said for whom it is. */
  isOwn: boolean
  departments: Departments
  refused?: Refused
}

/** What the fields hold as it is saved, by their names. */
const savedIn = (reply: CannedReply | undefined): Readonly<Record<string, string>> => ({
  code: reply?.code ?? '',
  title: reply?.title ?? '',
  folder: reply?.folder ?? '',
  body: reply?.body ?? '',
  'body.en': reply?.bodies.en ?? '',
  'body.zh': reply?.bodies.zh ?? '',
  scope: reply?.scope ?? 'all',
  departments: reply?.departments.join(',') ?? '',
})

/**
 * The fields of one. After a refusal they hold what was typed, the fault beside its field; what somebody
 * else saved meanwhile stands under the field that says otherwise.
 */
const fieldOf = ({ language, reply, refused }: CannedFieldsProps) => {
  const words = canned[language]
  const saved = savedIn(reply)
  const isStale = refused?.problem.reason === 'changedMeanwhile'
  const typedAs = (name: string) =>
    (refused?.typed[name] ?? saved[name] ?? '').replace(/\r\n/g, '\n')
  const problemOf = (name: string) => {
    if (!refused) return undefined
    if (refused.problem.field === name) return sentenceFor(refused.problem, language)
    return isStale && typedAs(name) !== saved[name]
      ? `${words.savedMeanwhile} ${saved[name]}`
      : undefined
  }
  return (name: string) => ({
    name,
    value: typedAs(name),
    problem: problemOf(name),
    autofocus: refused?.problem.field === name,
  })
}

export const CannedFields = (props: CannedFieldsProps) => {
  const { language, reply, isOwn } = props
  const words = canned[language]
  const field = fieldOf(props)
  return (
    <>
      {reply && <input type="hidden" name="version" value={reply.version} />}
      {isOwn && <input type="hidden" name="scope" value="mine" />}
      <TextField
        {...field('code')}
        label={words.code}
        hint={words.codeHint}
        required
        autocomplete="off"
      />
      <TextField
        {...field('title')}
        label={words.titleLabel}
        aside={words.optional}
        autocomplete="off"
      />
      <TextArea {...field('body')} label={words.body} required rows={4} />
      {cannedLanguages.map((one) => (
        <TextArea
          {...field(`body.${one}`)}
          label={words.bodies[one]}
          aside={words.optional}
          hint={words.bodiesHint}
          rows={2}
        />
      ))}
      <TextField
        {...field('folder')}
        label={words.folder}
        aside={words.optional}
        autocomplete="off"
      />
      {!isOwn && <ForWhom {...props} />}
    </>
  )
}

const ForWhom = (props: CannedFieldsProps) => {
  const { language, departments, reply } = props
  const words = canned[language]
  const field = fieldOf(props)
  const several = reply && reply.departments.length > 1 ? reply.departments : []
  const nameOf = (id: string) => departments.find((one) => one.id === id)?.name ?? id
  return (
    <>
      <SelectField
        {...field('scope')}
        label={words.scope}
        options={(['all', 'department'] as const).map((value) => ({
          value,
          label: words.scopes[value],
        }))}
      />
      <SelectField
        {...field('departments')}
        label={words.departments}
        options={[
          { value: '', label: words.noDepartment },
          ...(several.length > 0
            ? [
                {
                  value: several.join(','),
                  label: several.map(nameOf).join(punctuation[language].list),
                },
              ]
            : []),
          ...departments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  )
}
