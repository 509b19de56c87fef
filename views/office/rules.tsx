import workflow from 'lucide-static/icons/workflow.svg' with { type: 'text' }
import type { Macro } from '../../actors/canned/macro'
import { Button } from '../parts/button'
import { Empty } from '../parts/empty'
import { drawn } from '../parts/icon'
import { paths } from '../paths'
import { macroScripts } from '../scripts'
import { wordsIn } from '../words'
import { punctuation } from '../words/punctuation'
import { rules } from '../words/rules'
import type { MenuEntry, OfficeContext } from './context'
import { OfficeFrame } from './frame'
import { actSays, MacroFields, type MacroFieldsProps } from './macro-fields'
import { Panel } from './panel'
import { FormRefused } from './refused'
import { Removal } from './removal'
import { OfficeRow } from './row'

/** Where what the desk does by itself, or by one press, is kept. */
export const rulePaths = {
  list: paths.office.of('rules'),
  macros: paths.office.of('rules', 'macros'),
  macro: (id: string) => paths.office.of('rules', 'macros', id),
  revision: (id: string) => paths.office.of('rules', 'macros', id, 'revision'),
  removal: (id: string) => paths.office.of('rules', 'macros', id, 'removal'),
} as const

export const rulesInMenu = {
  path: rulePaths.list,
  icon: drawn(workflow),
  words: rules,
} satisfies MenuEntry

type Choices = Pick<MacroFieldsProps, 'departments' | 'acts'>
export type RuleLists = Choices & { macros: readonly Macro[] }
export type MacroDetails = Choices & { macro: Macro }

/** Every macro, and the way to another. */
export const RulesPage = ({ lists, ...context }: OfficeContext & { lists: RuleLists }) => {
  const { language, refused } = context
  const words = rules[language]
  const { macros, departments, acts } = lists
  const again = refused?.form === 'creation' ? { refused } : {}
  return (
    <OfficeFrame
      {...context}
      scripts={macroScripts}
      title={words.title}
      aside={<span class="aside">{words.count(macros.length)}</span>}
    >
      {macros.length === 0 ? (
        <Empty icon="zap" title={words.none} hint={words.noneHint} />
      ) : (
        <ul class="office-rows panel">
          {macros.map((macro) => (
            <OfficeRow href={rulePaths.macro(macro.id)} name={<bdi>{macro.name}</bdi>}>
              {macro.acts.map((act) => actSays(act, language)).join(punctuation[language].between)}
            </OfficeRow>
          ))}
        </ul>
      )}
      <Panel id="new" title={words.create} hint={words.noneHint}>
        <form method="post" action={rulePaths.macros} class="stack">
          <FormRefused refused={refused} form="creation" language={language} />
          <MacroFields {...{ language, departments, acts, ...again }} />
          <div class="actions">
            <Button tone="primary">{words.createDo}</Button>
          </div>
        </form>
      </Panel>
    </OfficeFrame>
  )
}

/** One macro: what it does, and its end. */
export const MacroPage = ({ details, ...context }: OfficeContext & { details: MacroDetails }) => {
  const { language, refused } = context
  const words = rules[language]
  const { macro, departments, acts } = details
  const again = refused?.form === 'revision' ? { refused } : {}
  return (
    <OfficeFrame
      {...context}
      scripts={macroScripts}
      title={macro.name}
      parent={{ path: rulePaths.list, name: words.title }}
    >
      <Panel id="macro" title={words.acts}>
        <form method="post" action={rulePaths.revision(macro.id)} class="stack">
          <FormRefused refused={refused} form="revision" language={language} />
          <MacroFields {...{ language, macro, departments, acts, ...again }} />
          <div class="actions">
            <Button tone="primary">{wordsIn(language).office.save}</Button>
          </div>
        </form>
      </Panel>
      <Removal
        action={rulePaths.removal(macro.id)}
        name={macro.name}
        {...{ words, refused, language }}
      />
    </OfficeFrame>
  )
}
