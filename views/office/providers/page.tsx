import { Button } from '../../parts/button'
import { wordsIn } from '../../words'
import { providers } from '../../words/providers'
import type { OfficeContext } from '../context'
import { OfficeFrame } from '../frame'
import { Panel } from '../panel'
import { FormRefused } from '../refused'
import { Removal } from '../removal'
import { ProviderFields } from './fields'
import { type ProviderDetails, providerPaths, providersInMenu } from './paths'

/** One service that people sign in by: what it is, whom it lets in, and its end. */
export const ProviderPage = ({
  provider,
  ...context
}: OfficeContext & { provider: ProviderDetails }) => {
  const { language, refused } = context
  const words = providers[language]
  return (
    <OfficeFrame
      {...context}
      title={provider.label}
      parent={{ path: providersInMenu.path, name: words.title }}
    >
      <Panel id="details" title={words.details}>
        <form method="post" action={providerPaths.revision(provider.id)} class="stack">
          <FormRefused refused={refused} form="revision" language={language} />
          <input type="hidden" name="version" value={provider.version} />
          <p>
            {words.back} <code class="key">{provider.back}</code>
          </p>
          <ProviderFields
            form="revision"
            {...{ provider, given: provider.given, refused, language }}
          />
          <div class="actions">
            <Button tone="primary">{wordsIn(language).office.save}</Button>
          </div>
        </form>
      </Panel>
      <Removal
        action={providerPaths.removal(provider.id)}
        name={provider.label}
        {...{ words, refused, language }}
      />
    </OfficeFrame>
  )
}
