/** First on a page of many controls: seen when a key leads to it, and leads past them. */
export const SkipLinks = ({ links }: { links: readonly { to: string; says: string }[] }) => (
  <>
    {links.map(({ to, says }) => (
      <>
        <a class="skip" href={`#${to}`}>
          {says}
        </a>{' '}
      </>
    ))}
  </>
)
