/** Dark squares of a picture that cameras read, with so many in a row, and its quiet edge around them. */
export type Qr = { size: number; path: string }

/** Dark on light in both themes: many cameras read no other. */
export const QrPicture = ({ qr: { size, path }, label }: { qr: Qr; label: string }) => (
  <div class="qr" role="img" aria-label={label}>
    <svg aria-hidden="true" viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  </div>
)
