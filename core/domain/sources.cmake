set(BANGBAN_DOMAIN_SOURCES domain/enums.cpp)
