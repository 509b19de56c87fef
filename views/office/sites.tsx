import globe from 'lucide-static/icons/globe.svg' with { type: 'text' }
import type { Sites } from '../../actors/sites'
import { Ask } from '../parts/ask'
import { Act, Button } from '../parts/button'
import { CopyField } from '../parts/fields/copy-field'
import { TextField } from '../parts/fields/field'
import { SelectField } from '../parts/fields/select-field'
import { TextArea } from '../parts/fields/text-area'
import { drawn } from '../parts/icon'
import { paths } from '../paths'
import { query } from '../paths/query'
import { previewScripts } from '../scripts'
import { wordsIn } from '../words'
import { punctuation } from '../words/punctuation'
import { sites as words } from '../words/sites'
import type { MenuEntry, OfficeContext } from './context'
import { problemIn } from './form-fields'
import { OfficeFrame } from './frame'
import { Panel } from './panel'
import { FormRefused } from './refused'

export const sitesPaths = {
  page: paths.office.of('sites'),
  secret: paths.office.of('sites', 'secret'),
  preview: paths.office.of('sites', 'preview'),
} as const

export const sitesInMenu = { path: sitesPaths.page, icon: drawn(globe), words } satisfies MenuEntry

export type SitesDetails = Sites & {
  /** Which state of them the form was made from. */
  version: string
  hasSecret: boolean
}

/** With where the desk is, as browsers see it, and a secret that was just made. */
export type SitesPageData = SitesDetails & { desk: string; secret?: string }
type Page = OfficeContext & { sites: SitesPageData }

/** Whose pages may hold the chat, how it looks there, how it gets there, and who says who is who. */
export const SitesPage = ({ sites, ...context }: Page) => {
  const { title } = words[context.language]
  return (
    <OfficeFrame {...context} title={title} scripts={previewScripts}>
      {sites.secret && <NewSecret language={context.language} secret={sites.secret} />}
      <Where {...context} sites={sites} />
      <Snippet {...context} sites={sites} />
      <Identity {...context} sites={sites} />
    </OfficeFrame>
  )
}

const FRAME = 'site-preview'

const Where = (props: Page) => {
  const { sites, refused, language } = props
  const own = words[language]
  const again = refused?.form === 'sites' ? refused : undefined
  const { position = sites.position, color = sites.color } = again?.typed ?? {}
  return (
    <Panel id="where" title={own.where} hint={own.whereHint}>
      <div class="office-preview whole">
        <SitesForm {...props} />
        <iframe
          name={FRAME}
          title={own.previewOf}
          src={sitesPaths.preview + query({ position, color })}
          loading="lazy"
        />
      </div>
    </Panel>
  )
}

/** Its last button shows what is typed in the frame beside it. */
const SitesForm = ({ sites, refused, language }: Page) => {
  const own = words[language]
  const { typed = {} } = refused?.form === 'sites' ? refused : {}
  const origins = sites.origins.join('\n')
  const problemOf = problemIn(refused, 'sites', language, {
    ...{ origins, position: own.positions[sites.position], color: sites.color },
  })
  return (
    <form method="post" action={sitesPaths.page} class="stack" data-previews="">
      <FormRefused refused={refused} form="sites" language={language} />
      <input type="hidden" name="version" value={sites.version} />
      <TextArea
        name="origins"
        label={own.origins}
        hint={own.originsHint}
        value={typed.origins ?? origins}
        problem={problemOf('origins')}
        rows={4}
      />
      <SelectField
        name="position"
        label={own.position}
        options={(['right', 'left'] as const).map((value) => ({
          value,
          label: own.positions[value],
        }))}
        value={typed.position ?? sites.position}
        problem={typed.position === sites.position ? undefined : problemOf('position')}
      />
      <TextField
        name="color"
        label={own.color}
        hint={own.colorHint}
        value={typed.color ?? sites.color}
        problem={problemOf('color')}
        autocomplete="off"
      />
      <div class="actions">
        <Button tone="primary">{wordsIn(language).office.save}</Button>
        <button
          class="button quiet"
          type="submit"
          formaction={sitesPaths.preview}
          formmethod="get"
          formtarget={FRAME}
          formnovalidate
        >
          {own.preview}
        </button>
      </div>
    </form>
  )
}

/** Written apart, for it stands on other people's pages and on none of ours. */
const SCRIPT = 'script'

/** What is put on a site: calls are kept until the chat is there to take them. */
export const snippetOf = (desk: string): string =>
  `<${SCRIPT}>
window.bellhop = window.bellhop || new Proxy([], {
  get: (calls, name) => calls[name] ?? ((...given) => void calls.push([name, ...given]))
})
</${SCRIPT}>
<${SCRIPT} src="${desk}${paths.widget.loader}" async></${SCRIPT}>`

const Snippet = ({ sites, language }: Page) => {
  const own = words[language]
  const hint = sites.origins.length > 0 ? own.snippetHint : own.snippetNone
  return (
    <Panel id="snippet" title={own.snippet} hint={hint}>
      <CopyField
        id="lines"
        label={own.snippetLabel}
        value={snippetOf(sites.desk)}
        language={language}
      />
    </Panel>
  )
}

const Identity = ({ sites, refused, language }: Page) => {
  const own = words[language]
  return (
    <Panel id="identity" title={own.identity} hint={own.identityHint}>
      <FormRefused refused={refused} form="secret" language={language} />
      <p>{sites.hasSecret ? own.has : own.hasNone}</p>
      <p>
        {own.audience}
        {punctuation[language].colon}
        <code dir="ltr">{sites.desk}</code>
      </p>
      <div class="actions">
        {sites.hasSecret ? (
          <Ask
            id="ask-secret"
            action={sitesPaths.secret}
            tone="danger"
            label={own.rotate}
            words={own.rotateAsk}
          />
        ) : (
          <Act action={sitesPaths.secret}>{own.make}</Act>
        )}
      </div>
    </Panel>
  )
}

const NewSecret = ({
  secret,
  language,
}: {
  secret: string
  language: OfficeContext['language']
}) => {
  const own = words[language]
  return (
    <Panel id="fresh" title={own.fresh} hint={own.freshHint}>
      <CopyField id="secret" label={own.fresh} value={secret} language={language} />
    </Panel>
  )
}
