import clipboardList from 'lucide-static/icons/clipboard-list.svg' with { type: 'text' }
import { drawn } from '../parts/icon'
import { paths } from '../paths'
import { forms } from '../words/forms'
import { punctuation } from '../words/punctuation'
import type { MenuEntry, OfficeContext } from './context'
import { OfficeFrame } from './frame'
import { OfficeRow } from './row'

/** Where they are, and one of them, and what is done to it. */
export const formPaths = {
  list: paths.office.of('forms'),
  page: (of: string) => paths.office.of('forms', of),
  fields: (of: string) => paths.office.of('forms', of, 'fields'),
  removal: (of: string) => paths.office.of('forms', of, 'removal'),
  consent: (of: string) => paths.office.of('forms', of, 'consent'),
  welcome: (of: string) => paths.office.of('forms', of, 'welcome'),
} as const

export const formsInMenu = {
  path: formPaths.list,
  icon: drawn(clipboardList),
  words: forms,
} satisfies MenuEntry

/** One form in the list; without a name it is that of the whole desk. */
export type FormLine = { of: string; name: string | null; fields: number; hasConsent: boolean }

/** What is asked before a chat: by the whole desk, and by each department. */
export const FormsPage = ({
  lines,
  ...context
}: OfficeContext & { lines: readonly FormLine[] }) => {
  const words = forms[context.language]
  return (
    <OfficeFrame {...context} title={words.title}>
      <p class="panel-hint">{words.lead}</p>
      <ul class="office-rows panel">
        {lines.map(({ of, name, fields, hasConsent }) => (
          <OfficeRow href={formPaths.page(of)} name={<bdi>{name ?? words.whole}</bdi>}>
            {fields === 0 ? words.noQuestions : words.count(fields)}
            {hasConsent && `${punctuation[context.language].between}${words.consentToo}`}
          </OfficeRow>
        ))}
      </ul>
    </OfficeFrame>
  )
}
