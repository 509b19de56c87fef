import { portOf, type Surroundings } from './place'

/** An image of the one file that `npm run build` makes. */
export const dockerfileText = ({ nodes: [node = ''] }: Surroundings): string => {
  const port = portOf(node)
  const ask = `exec 3<>/dev/tcp/127.0.0.1/${port}; printf 'GET /ready HTTP/1.0\\\\r\\\\n\\\\r\\\\n' >&3; head -n 1 <&3 | grep -q ' 200 '`
  return `FROM debian:stable-slim
RUN useradd --system --uid 999 --home-dir /data bellhop && install -d -o bellhop -m 0700 /data
COPY dist/bellhop /usr/local/bin/bellhop
USER bellhop
ENV DATA_DIR=/data PORT=${port}
VOLUME /data
EXPOSE ${port}
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["bash", "-c", "${ask}"]
ENTRYPOINT ["bellhop"]
CMD ["serve"]
`
}

/** A `compose.yaml` beside that Dockerfile. The whole folder is a volume: a file alone would lack its log. */
export const composeText = ({ url, nodes: [node = ''] }: Surroundings): string => {
  const port = portOf(node)
  return `services:
  bellhop:
    build: .
    restart: unless-stopped
    # As long as the desk needs to close in order.
    stop_grace_period: 20s
    ports:
      - "127.0.0.1:${port}:${port}"
    environment:
      BASE_URL: ${url.origin}
      # The proxy on the host comes by the gateway of the network.
      TRUST_PROXY: 172.16.0.0/12
      # BACKUP_DIR: /backups
    volumes:
      - data:/data
      # - /var/backups/bellhop:/backups
    ulimits:
      nofile: 65536

volumes:
  data:
`
}
