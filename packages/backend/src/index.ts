/*
 * The portal's backend: one line per plugin or module, no business logic.
 * Modules of the demo company do nothing until a config asks for them.
 */
import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

// The portal itself
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-github-provider'));
backend.add(import('@backstage/plugin-auth-backend-module-oidc-provider'));
backend.add(
  import('@suido/backstage-plugin-auth-backend-module-demo-personas'),
);
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@suido/backstage-plugin-permission-backend-module-suido'));
backend.add(import('@backstage/plugin-user-settings-backend'));

// What happens, to whom it matters
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));

// Catalog and search
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@suido/backstage-plugin-catalog-backend-module-data-catalog'),
);
backend.add(import('@suido/backstage-plugin-data-catalog-backend'));
backend.add(import('@suido/backstage-plugin-data-catalog-backend-module-dbt'));
backend.add(
  import('@suido/backstage-plugin-data-catalog-backend-module-postgres'),
);
backend.add(
  import('@suido/backstage-plugin-data-catalog-backend-module-duckdb'),
);
backend.add(import('@suido/backstage-plugin-data-catalog-backend-module-odcs'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

// Requests: the form, the Template, and agents by MCP
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));
backend.add(import('@suido/backstage-plugin-data-requests-backend'));
backend.add(
  import('@suido/backstage-plugin-data-requests-backend-module-demo-platform'),
);

// What went wrong is logged by then; a backend that started only in part must not
// look alive to whoever waits for it.
backend.start().catch(() => process.exit(1));
