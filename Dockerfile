# Warmline in a container: Slack, the handbook and a volume for what it keeps.
#   docker build -t warmline .
#   docker run --env-file .env -e HOST=0.0.0.0 -p 3000:3000 -v warmline:/house/data warmline
# The playground answers its own machine only, so a container needs Slack to be configured.
FROM node:24-slim
WORKDIR /house
ENV NODE_ENV=production HOST=0.0.0.0

COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force
COPY src src

RUN mkdir data && chown node:node data
USER node
VOLUME /house/data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]
