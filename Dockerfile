# The simulator alone. `docker build -t vtpass-simulator .` and
#   docker run --rm -p 4040:4040 -e SIMULATOR_CONTROL_TOKEN=choose-one vtpass-simulator
# Callers from outside the container need the token for /_simulator; VTpass's own API needs none.

FROM node:24-slim AS build
WORKDIR /src
COPY . .
RUN npm ci && npm run build

FROM node:24-alpine
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4040
WORKDIR /app
COPY --from=build /src/dist ./
RUN npm install --omit=dev --omit=peer --ignore-scripts --no-audit --no-fund && npm cache clean --force
USER node
EXPOSE 4040
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/_simulator/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "cli/main.js"]
CMD ["start"]
