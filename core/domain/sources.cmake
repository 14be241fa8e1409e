set(BANGBAN_DOMAIN_SOURCES domain/capacity.cpp domain/catalogue.cpp domain/enums.cpp domain/figures.cpp domain/knowledge.cpp
  domain/offers.cpp domain/organisation.cpp domain/passwords.cpp domain/presence.cpp domain/queue_order.cpp
  domain/resolution_and_connect.cpp domain/roster.cpp domain/routing.cpp domain/work_calendar.cpp)
