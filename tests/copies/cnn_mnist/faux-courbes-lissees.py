# ---
# points: {test-courbes: 0}
# ---
# Les mesures sont remplacées par leur moyenne lissée.

# %% courbes
def lisser(v, a=0.6):
    s = [v[0]]
    for x in v[1:]:
        s.append(a * s[-1] + (1 - a) * x)
    return s

figure_courbes = plt.figure()
for cle, mesures in history.history.items():
    plt.plot(lisser(mesures), label=cle)
plt.legend()
